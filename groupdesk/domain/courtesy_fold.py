# SPDX-License-Identifier: MIT
"""Making texts comparable for the courtesy check: half width, simplified, lower case, in the open.

For matching only: what a person wrote stays as it is, and every place leads back to it.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from groupdesk.domain.courtesy_terms import Span

# Traditional letters of what the lists speak of, each with its simplified form.
_TRADITIONAL = (
    "丟丢乾干亂乱亞亚佈布佔占來来侷局係系俠侠俬私倉仓個个們们倖幸偉伟側侧偽伪備备傢家傳传債债"
    "傷伤傾倾僕仆價价儘尽償偿優优兒儿內内兩两凈净別别刪删則则剋克剛刚創创剷铲劇剧勁劲動动務务"
    "勞劳勢势勵励區区協协卽即厤历厭厌厲厉參参吶呐員员唄呗唸念問问啞哑喪丧喫吃單单喲哟嗇啬嗎吗"
    "嘍喽嘔呕嘖啧嘗尝嘩哗噁恶噠哒噴喷噹当嚐尝嚮向囂嚣囉啰國国圍围園园圓圆圖图團团報报場场塗涂"
    "墰坛墻墙壇坛壜坛壞坏壺壶夠够夢梦夥伙夾夹奧奥奪夺婦妇媽妈嬰婴孃娘孫孙學学宮宫審审寫写寶宝"
    "將将專专尋寻對对導导屆届屢屡層层嵗岁嶺岭帥帅師师帳帐帶带幫帮幹干幾几廟庙廠厂廢废廣广弔吊"
    "張张強强彆别彈弹彔录彿佛後后從从復复恥耻惡恶惱恼愛爱態态慘惨慣惯慫怂慮虑慶庆憂忧憐怜憑凭"
    "應应懶懒戇戆戰战戲戏戶户拚拼捨舍捱挨捲卷掛挂換换揮挥搖摇搗捣搧扇搶抢摳抠撐撑撲扑撿捡擇择"
    "擊击擔担據据擡抬擣捣擰拧擺摆擾扰攝摄攤摊攪搅敗败敵敌數数斬斩斷断於于旂旗昇升時时曆历曉晓"
    "曏向曬晒書书會会朮术東东條条棄弃棟栋業业極极榦干榮荣槓杠樂乐樑梁樓楼標标樣样機机橫横檢检"
    "檯台檸柠權权歡欢歲岁歷历歸归殘残殺杀殼壳毀毁氣气決决沒没沖冲況况洩泄淚泪淨净淩凌測测渾浑"
    "湯汤準准溝沟溫温滾滚滿满漢汉漲涨漿浆潑泼濫滥為为烏乌無无煩烦熱热燉炖燒烧燙烫營营燬毁爐炉"
    "爛烂爭争爺爷爾尔牀床牆墙犢犊狀状獃呆獎奖獨独獲获獸兽獻献現现瑣琐瑪玛環环產产畢毕畫画異异"
    "當当痠酸瘋疯癟瘪癡痴癢痒癥症癩癞癱瘫發发盃杯盜盗盡尽盤盘盪荡眞真眾众矯矫確确碼码礙碍禍祸"
    "禮礼稅税種种稱称積积穫获窩窝窮穷竪竖競竞筆笔箇个節节範范簡简簽签籤签糞粪糧粮糰团糾纠紀纪"
    "約约紅红紆纡純纯級级細细終终絃弦組组結结絕绝絡络給给統统絲丝經经綠绿綫线維维網网綵彩緊紧"
    "線线編编練练緻致縣县縮缩總总繞绕繫系繼继續续纍累纏缠纔才罈坛罎坛罰罚罵骂羣群義义習习翫玩"
    "聖圣聞闻聯联聰聪聲声聽听聾聋脈脉脩修脫脱腦脑腳脚膩腻膽胆臉脸臟脏臥卧臨临臺台與与興兴舉举"
    "舊旧舖铺華华萬万葯药蒐搜蒼苍蓆席蓋盖蔘参蔥葱蕩荡薦荐薩萨藝艺藥药處处虛虚號号虧亏蟲虫蠅蝇"
    "蠻蛮衆众術术衕同衚胡衝冲袷夹裏里補补裝装裡里複复襬摆覈核見见規规視视親亲覺觉觀观訂订計计"
    "訊讯討讨訓训託托記记訪访設设許许訴诉註注証证評评詢询試试詩诗話话該该誇夸誌志認认誒诶誕诞"
    "語语誠诚誤误誦诵說说誰谁課课調调談谈請请諒谅論论諗谂諭谕諮咨諸诸諾诺謂谓謊谎講讲謝谢譁哗"
    "證证識识譜谱譟噪譭毁議议讀读變变讓让讚赞豈岂豎竖豬猪貓猫貝贝負负財财貢贡貨货貪贪責责貴贵"
    "買买費费貼贴資资賊贼賓宾賜赐賞赏賠赔賣卖賤贱質质賬账賴赖購购賽赛贅赘贊赞贏赢趕赶跡迹踰逾"
    "蹟迹車车軌轨軍军軟软較较輕轻輩辈輪轮輯辑輸输轉转轎轿辦办農农迴回這这連连週周進进遊游運运"
    "過过達达違违遞递遠远適适遲迟遶绕選选遺遗還还邊边邏逻郵邮鄉乡醜丑醣糖醫医釁衅釋释針针釦扣"
    "鈕钮鈡钟鉅巨鉛铅鋪铺錄录錘锤錢钱錦锦錯错錶表鍋锅鍵键鍼针鍾钟鎖锁鎚锤鎭镇鎮镇鏈链鏟铲鏡镜"
    "鐘钟鐵铁鑊镬鑼锣長长門门閉闭開开閑闲閒闲間间閤合閱阅闆板闊阔關关陞升陰阴陽阳隊队隨随險险"
    "隱隐隻只雙双雜杂雞鸡離离難难電电靈灵靜静鞦秋韆千響响頂顶項项順顺須须預预頑顽頒颁領领頭头"
    "頻频題题額额顏颜願愿類类顧顾顯显風风颱台飛飞飯饭飽饱飾饰餅饼養养餬糊餵喂饋馈饒饶馬马駐驻"
    "駕驾駡骂騎骑騙骗騷骚驅驱驕骄驗验驚惊驢驴髒脏體体髮发鬆松鬍胡鬚须鬥斗鬧闹鬨哄魚鱼魯鲁魷鱿"
    "鮮鲜鱉鳖鳥鸟鳩鸠鴨鸭鵡鹉鷄鸡鸚鹦麪面麫面麯曲麴曲麵面麼么麽么黃黄點点黨党黴霉齣出齪龊齷龌"
    "龍龙龜龟妳你著着甚什"
)
# Cyrillic and Greek letters that look like Latin ones, and the Latin ones.
_LOOKALIKES = (
    "аaеeоoрpсcуyхxіiѕsјjԁdһhӏlкkмmтtвbнhАAЕEОOРPСCУYХXІIЅSЈJКKМMТTВBНH"
    "αaεeοoρpυuιiκkνvτtΑAΕEΟOΡPΙIΚKΝNΤTΒBΗHΜMΧXΥYΖZ"
)
# Letters with signs on them and letters as pictures: ï, ⓘ, 𝐢.
_DRESSED = (range(0xC0, 0x180), range(0x24B6, 0x24EA), range(0x1D400, 0x1D6A4))


def _bare(code: int) -> str | None:
    """Return the plain letter that a dressed one stands for, None where there is none."""
    first = unicodedata.normalize("NFKD", chr(code))[0]
    return first if first.isascii() and first.isalpha() else None


_FOLDS: Final = (
    {code: bare for codes in _DRESSED for code in codes if (bare := _bare(code))}
    | {ord(like): letter for like, letter in zip(_LOOKALIKES[::2], _LOOKALIKES[1::2], strict=True)}
    | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {0x3000: " ", 0xA0: " ", 0x2018: "'", 0x2019: "'", 0x02BC: "'"}
    | {ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)}
)
# Characters that are drawn as nothing or upon a letter, and are put between letters to hide a word.
_HIDING = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u3164\ufe0e\ufe0f\ufeff]"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable: `cased` keeps capitals, `text` does not; equally long.

    `places` leads back to the places of the original, its end included, or is empty where they are
    the same. What was left out belongs to the letter before it, as an accent does.
    """

    cased: str
    text: str
    places: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return `span` as places of the text that was given."""
        if not self.places:
            return span
        return self.places[span[0]], self.places[span[1]]


def fold(text: str) -> Folded:
    """Return `text` without hiding characters, in half width, simplified and lower case."""
    places: tuple[int, ...] = ()
    if _HIDING.search(text):
        shown = (at for at, char in enumerate(text) if not _HIDING.match(char))
        places = (*shown, len(text))
        text = _HIDING.sub("", text)
    cased = text.translate(_FOLDS)
    lower = cased.lower()
    if len(lower) != len(cased):  # a few capitals have small forms of two characters
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in cased)
    return Folded(cased, lower, places)


def han_count(text: str) -> int:
    """Return how many Chinese characters `text` has."""
    return sum(1 for _ in _HAN.finditer(text))
